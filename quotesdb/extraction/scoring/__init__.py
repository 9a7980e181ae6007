"""How well a reader reads: its proposals beside what people marked in the same articles."""
