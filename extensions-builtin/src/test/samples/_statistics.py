import _statistics

assert round(_statistics._normal_dist_inv_cdf(0.975, 0.0, 1.0), 3) == 1.96
