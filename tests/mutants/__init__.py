"""Files changed at random, sent through reading, checking and rendering: faults are met here and not by contributors.

`payloads` holds the texts, dates and ids that are out of the way; `trees`, `lines` and `octets` change a file; `making`
turns a seed into a mutant; `projects` builds the projects that mutants are put into, `placing` puts them there;
`messages`, `markup` and `exports` say what counts as a failure, `rendered` looks at everything that is written;
`trying` sends one mutant through, `running` sends many, each under a limit of processor time (`limits`).
"""
