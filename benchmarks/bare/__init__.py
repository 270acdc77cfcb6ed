"""What `benchmarks/load.py` compares the form with: a view that parses the same body and writes the same rows and bytes."""
