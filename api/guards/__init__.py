"""Who may come in, from where, how often, and how long it is worth working for them."""
