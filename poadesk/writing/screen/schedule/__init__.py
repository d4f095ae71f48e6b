"""The cronograma: a grid of activities by months or weeks."""
