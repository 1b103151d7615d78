"""What pages are made of; knows neither record nor agent."""
