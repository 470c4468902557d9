"""Measuring: gold sets, measures, runner, report. Import as `from eval.x import y`: the name shadows a builtin."""
