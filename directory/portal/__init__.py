"""The doors of members: everything beneath “our page”. Nobody is asked to sign in, strangers are told there is nothing."""
