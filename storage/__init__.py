"""The record: every line of SQL; never judges and never observes."""
