from django.dispatch import Signal

access_given = (
    Signal()
)  # to the user `instance`, by the user `by`: a password, an account opened again; within the transaction
