"""The names of the calls of Qt, of which nothing is known until one has to be explained."""
