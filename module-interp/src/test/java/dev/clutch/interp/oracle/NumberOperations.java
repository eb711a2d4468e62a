package dev.clutch.interp.oracle;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.number.ComplexMath;
import dev.clutch.interp.number.ComplexText;
import dev.clutch.interp.number.FloatHex;
import dev.clutch.interp.number.FloatMath;
import dev.clutch.interp.number.FloatText;
import dev.clutch.interp.number.HugeMath;
import dev.clutch.interp.number.IntBits;
import dev.clutch.interp.number.IntFloat;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.number.IntText;
import dev.clutch.interp.number.NumberHash;
import dev.clutch.interp.oracle.OracleMain.Operation;
import java.util.Map;

final class NumberOperations {
    private NumberOperations() {}

    static void register(Map<String, Operation> ops) {
        ops.put("add", a -> IntMath.add(a.at(0), a.at(1)));
        ops.put("sub", a -> IntMath.sub(a.at(0), a.at(1)));
        ops.put("mul", a -> IntMath.mul(a.at(0), a.at(1)));
        ops.put("floordiv", a -> IntMath.floordiv(a.at(0), a.at(1)));
        ops.put("mod", a -> IntMath.mod(a.at(0), a.at(1)));
        ops.put("divmod", a -> IntMath.divmod(HugeMath.UNWATCHED, a.at(0), a.at(1)));
        ops.put("pow", a -> IntMath.pow(HugeMath.UNWATCHED, a.at(0), a.at(1)));
        ops.put("modpow", a -> IntMath.modpow(a.at(0), a.at(1), a.at(2), HugeMath.UNWATCHED));
        ops.put("neg", a -> IntMath.neg(a.at(0)));
        ops.put("abs", a -> IntMath.abs(a.at(0)));
        ops.put("gcd", a -> IntMath.gcd(a.at(0), a.at(1)));
        ops.put("isqrt", a -> IntMath.isqrt(a.at(0)));
        ops.put("int_round", a -> IntMath.roundToPowerOfTen(a.at(0), a.integer(1)));
        ops.put("compare", a -> IntMath.compare(a.at(0), a.at(1)));
        ops.put("and", a -> IntBits.and(a.at(0), a.at(1)));
        ops.put("or", a -> IntBits.or(a.at(0), a.at(1)));
        ops.put("xor", a -> IntBits.xor(a.at(0), a.at(1)));
        ops.put("invert", a -> IntBits.invert(a.at(0)));
        ops.put("lshift", a -> IntBits.shiftLeft(a.at(0), a.at(1)));
        ops.put("rshift", a -> IntBits.shiftRight(a.at(0), a.at(1)));
        ops.put("bit_length", a -> IntBits.bitLength(a.at(0)));
        ops.put("bit_count", a -> IntBits.bitCount(a.at(0)));
        ops.put("to_bytes", a -> IntBits.toBytes(a.at(0), a.integer(1), a.bool(2), a.bool(3)));
        ops.put("from_bytes", a -> IntBits.fromBytes(a.bytes(0), 0, a.bytes(0).length, a.bool(1), a.bool(2)));
        ops.put("int_to_float", a -> IntFloat.toDouble(a.at(0)));
        ops.put("float_to_int", a -> IntFloat.fromDouble(a.real(0)));
        ops.put("int_float_compare", a -> IntFloat.compare(a.at(0), a.real(1)));
        ops.put("truediv", a -> IntFloat.trueDivide(a.at(0), a.at(1)));
        ops.put("ratio", a -> IntFloat.ratio(a.real(0)));
        ops.put("int_hash", a -> NumberHash.hash(a.at(0)));
        ops.put("float_hash", a -> NumberHash.hash(a.real(0), 42));
        ops.put("complex_hash", a -> NumberHash.hash(a.real(0), a.real(1), 42));
        ops.put("int_parse", a -> IntText.parse(HugeMath.UNWATCHED, a.at(0), a.integer(1), 4300));
        ops.put("int_str", a -> IntText.toDecimal(HugeMath.UNWATCHED, a.at(0), 4300));
        ops.put("int_prefix", a -> IntText.withPrefix(HugeMath.UNWATCHED, a.at(0), a.integer(1)));
        ops.put("float_repr", a -> FloatText.repr(a.real(0)));
        ops.put(
                "float_format",
                a -> FloatText.format(a.real(0), (char) Str.at(a.at(1), 0), a.integer(2), a.bool(3), false));
        ops.put("float_parse", a -> FloatText.parse(a.at(0)));
        ops.put("float_round", a -> FloatText.round(a.real(0), a.integer(1)));
        ops.put("float_round_int", a -> FloatText.roundToInt(a.real(0)));
        ops.put("float_hex", a -> FloatHex.hex(a.real(0)));
        ops.put("float_fromhex", a -> FloatHex.fromHex(a.at(0)));
        ops.put("float_mod", a -> FloatMath.mod(a.real(0), a.real(1)));
        ops.put("float_floordiv", a -> FloatMath.floordiv(a.real(0), a.real(1)));
        ops.put("float_divmod", a -> FloatMath.divmod(a.real(0), a.real(1)));
        ops.put("complex_repr", a -> ComplexText.repr(a.real(0), a.real(1)));
        ops.put("complex_parse", a -> ComplexText.parse(a.at(0)));
        ops.put("complex_mul", a -> ComplexMath.multiply(a.real(0), a.real(1), a.real(2), a.real(3)));
        ops.put("complex_div", a -> ComplexMath.divide(a.real(0), a.real(1), a.real(2), a.real(3)));
        ops.put("complex_powi", a -> ComplexMath.pow(a.real(0), a.real(1), a.real(2), 0));
    }
}
