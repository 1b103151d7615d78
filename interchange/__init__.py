"""Foreign files into spans, and judged pieces into foreign files; never opens the record and never judges."""
