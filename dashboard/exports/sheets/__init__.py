"""Hand-outs laid out: plain records of shapes and words with their place on the paper, and their painter."""
