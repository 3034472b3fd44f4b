"""How true a profile's page still is: pure rules, the rows they move, the words readers get, signs that speak against
it, and the links by which members answer. Actions that move the rows are in directory/actions/."""
