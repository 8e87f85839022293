"""What users are promised, a module for each promise: through the library or the command, on real engines."""
