"""What belongs to Clutch rather than to Python: see clutch.compat."""
