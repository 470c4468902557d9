"""The HTTP routes, a module for each kind of thing that is asked for."""
