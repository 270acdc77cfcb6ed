class Refused(Exception):
    """Why it could not be done: one sentence for the person who tried."""
