"""Files changed at random, sent through reading, checking and rendering, so that no contributor is the first to meet a fault.

`payloads` holds the texts, dates and ids that are out of the way; `trees`, `lines` and `octets` change a file; `making` turns a seed into
a mutant; `projects` builds the projects that the mutants are put into; `messages`, `html` and `exports` say what counts as a failure;
`trying` sends one mutant through; `running` sends many, each under a limit of processor time. Run again alone: make fuzz ONLY=seed.
"""
