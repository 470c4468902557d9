"""What must survive: conversations, feedback, keys, the audit trail and the texts that citations point into."""
