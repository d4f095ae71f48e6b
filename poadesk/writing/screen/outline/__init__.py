"""The outline: objectives, goals and activities as one tree that is written in place."""
