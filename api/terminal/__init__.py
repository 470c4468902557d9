"""What the command line prints: answers and their explanations as text, batches, usage."""
