"""Requests that nobody should send: made from a seed, of every address there is, by everybody who has an account.

`python -m tests.fuzz --help` runs many; `test_fuzz.py` a few with every `make test`. What answers 500 is a fault of ours.
"""
