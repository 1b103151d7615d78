"""The closed tray: icon, popover, and what is known of the agent."""
