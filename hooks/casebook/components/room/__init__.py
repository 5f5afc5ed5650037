"""Tools for whoever runs a session on a screen: group results, deciding together, the run sheet and the room view."""
