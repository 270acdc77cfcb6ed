"""What people, phones and programs really send: tables of it, each row with what is right."""
