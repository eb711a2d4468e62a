package dev.clutch.extensions.builtin.statistics;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.ThreadState;

/** {@code _statistics}. */
@ExtensionModule(
        name = "_statistics",
        doc = "Accelerators of the statistics module.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class StatisticsModule {
    /** Coefficients of Wichura's algorithm AS 241 (PPND16), highest power first: near the middle, between, and in the tails. */
    private static final double[] MIDDLE_TOP = {
        2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987,
        13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665
    };

    private static final double[] MIDDLE_BOTTOM = {
        5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597,
        5394.196021424751, 687.1870074920579, 42.31333070160091, 1.0
    };

    private static final double[] OUTER_TOP = {
        0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
        3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835
    };

    private static final double[] OUTER_BOTTOM = {
        1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
        0.6897673349851, 1.6763848301838038, 2.053191626637759, 1.0
    };

    private static final double[] TAIL_TOP = {
        2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
        0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103
    };

    private static final double[] TAIL_BOTTOM = {
        2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
        0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1.0
    };

    private static double polynomial(double[] coefficients, double x) {
        double r = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            r = r * x + coefficients[i];
        }
        return r;
    }

    @Expose(signature = "(p, mu, sigma, /)", doc = "The value below which a part p of a normal distribution lies.")
    static double _normal_dist_inv_cdf(ThreadState ts, double p, double mu, double sigma) {
        if (p <= 0.0 || p >= 1.0) {
            throw ts.valueError("inv_cdf undefined for these parameters");
        }
        double q = p - 0.5;
        double x;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            x = polynomial(MIDDLE_TOP, r) * q / polynomial(MIDDLE_BOTTOM, r);
        } else {
            double r = Math.sqrt(-Math.log(q <= 0.0 ? p : 1.0 - p));
            if (r <= 5.0) {
                r -= 1.6;
                x = polynomial(OUTER_TOP, r) / polynomial(OUTER_BOTTOM, r);
            } else {
                r -= 5.0;
                x = polynomial(TAIL_TOP, r) / polynomial(TAIL_BOTTOM, r);
            }
            if (q < 0.0) {
                x = -x;
            }
        }
        return mu + x * sigma;
    }
}
