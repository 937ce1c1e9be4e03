"""What an answer costs, beside the peers: see ``python -m benchmarks.answers --help``."""
