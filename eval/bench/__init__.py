"""The search measured: how well it finds on sets that are given to it, and how fast and large it is beside others."""
