"""Judged pieces into numbers for a reader; never observes and never draws."""
