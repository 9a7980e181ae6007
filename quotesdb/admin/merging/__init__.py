"""The pages on which one record is merged into another, or split."""
