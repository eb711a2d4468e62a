# unicodedata: names, normal forms, numbers, the old version.
import unicodedata as u

print(u.name("\u20ac"), u.name("\uac01"), u.name("\u4e00"), u.lookup("nbsp") == "\xa0", ascii(u.lookup("KEYCAP DIGIT ONE")))  # => EURO SIGN HANGUL SYLLABLE GAG CJK UNIFIED IDEOGRAPH-4E00 True '1\ufe0f\u20e3'
print([ascii(u.normalize(f, "\u1e9b\u0323\ufb01\uac01")) for f in ("NFC", "NFD", "NFKC", "NFKD")])  # => ["'\\u1e9b\\u0323\\ufb01\\uac01'", "'\\u017f\\u0323\\u0307\\ufb01\\u1100\\u1161\\u11a8'", "'\\u1e69fi\\uac01'", "'s\\u0323\\u0307fi\\u1100\\u1161\\u11a8'"]
print(u.is_normalized("NFC", "e\u0301"), u.decomposition("\ufb01"), u.combining("\u0301"), u.category("\u0378"), u.bidirectional("\u05d0"))  # => False <compat> 0066 0069 230 Cn R
print(u.decimal("\u0663"), u.digit("\u00b2"), u.numeric("\u00bd"), u.east_asian_width("\u4e00"), u.mirrored("("), u.unidata_version)  # => 3 2 0.5 W 1 15.0.0
print(u.ucd_3_2_0.unidata_version, u.ucd_3_2_0.category("\u0241"), u.ucd_3_2_0.name("\u0241", None), u.ucd_3_2_0.decomposition("\u1e9e"))  # => 3.2.0 Cn None 
for f in (lambda: u.name("\0"), lambda: u.lookup("none such"), lambda: u.decimal("x"), lambda: u.category("ab"), lambda: u.normalize("X", "a")):
    try:
        f()
    except (ValueError, KeyError, TypeError) as e:
        errors = globals().setdefault("errors", [])
        errors.append(str(e))
print(errors)  # => ['no such name', '"undefined character name \'none such\'"', 'not a decimal', 'category() argument must be a unicode character, not str', 'invalid normalization form']
