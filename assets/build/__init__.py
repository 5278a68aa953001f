"""Builds the front end into ``assets/built``: bundles, styles, fonts, geography, everything compressed ahead of time.

Run by ``make install`` as ``python -m assets.build``. Every file gets a fingerprint in its name, so that browsers may
keep it for ever; ``files.json`` says which file stands for which plain name.
"""
