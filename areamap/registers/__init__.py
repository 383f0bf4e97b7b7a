"""What is recorded, and how a file of an office becomes typed rows joined to areas."""
