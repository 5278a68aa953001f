"""A story on stage, the speaker's window and paper."""
