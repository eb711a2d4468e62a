import unicodedata

assert unicodedata.name('\u00e9') == 'LATIN SMALL LETTER E WITH ACUTE'
assert unicodedata.normalize('NFD', '\u00e9') == 'e\u0301'
assert unicodedata.ucd_3_2_0.bidirectional('a') == 'L'
