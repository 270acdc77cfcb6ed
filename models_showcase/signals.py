from django.dispatch import Signal

copy_approved = Signal()  # of the adoption `instance`, within the transaction that approves it
