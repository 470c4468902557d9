"""Fitting: the weights and thresholds that the assistant ships, learned from questions whose answers are known."""
