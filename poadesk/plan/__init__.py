"""What a plan is: pure values and rules, without Qt, SQL or paper."""
