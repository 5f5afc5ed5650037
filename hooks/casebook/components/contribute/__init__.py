"""What contributors and maintainers read: fields, components, drafts, problems, data."""
