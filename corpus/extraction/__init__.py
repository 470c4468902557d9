"""Documents to facts: tasks, targets, definitions, findings, the unit register."""
