"""Measures what the issues promise and prints figure, target and ratio; never edits a target to fit."""
