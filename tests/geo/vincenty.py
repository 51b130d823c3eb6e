"""Vincenty's inverse formula (Survey Review 176, 1975): an oracle that shares no code with ours."""

from math import atan, atan2, cos, radians, sin, sqrt, tan

A, F = 6378137.0, 1 / 298.257223563
B = A * (1 - F)


def vincenty_km(lon1, lat1, lon2, lat2):
    u1, u2 = atan((1 - F) * tan(radians(lat1))), atan((1 - F) * tan(radians(lat2)))
    span = radians(lon2 - lon1)
    lam = span
    for _ in range(200):
        sin_s = sqrt(
            (cos(u2) * sin(lam)) ** 2 + (cos(u1) * sin(u2) - sin(u1) * cos(u2) * cos(lam)) ** 2
        )
        if sin_s == 0:
            return 0.0
        cos_s = sin(u1) * sin(u2) + cos(u1) * cos(u2) * cos(lam)
        sigma = atan2(sin_s, cos_s)
        sin_a = cos(u1) * cos(u2) * sin(lam) / sin_s
        cos2_a = 1 - sin_a**2
        cos_2m = cos_s - 2 * sin(u1) * sin(u2) / cos2_a if cos2_a else 0.0
        c = F / 16 * cos2_a * (4 + F * (4 - 3 * cos2_a))
        before = lam
        lam = span + (1 - c) * F * sin_a * (
            sigma + c * sin_s * (cos_2m + c * cos_s * (2 * cos_2m**2 - 1))
        )
        if abs(lam - before) < 1e-14:
            break
    square = cos2_a * (A**2 - B**2) / B**2
    big_a = 1 + square / 16384 * (4096 + square * (-768 + square * (320 - 175 * square)))
    big_b = square / 1024 * (256 + square * (-128 + square * (74 - 47 * square)))
    delta = (
        big_b
        * sin_s
        * (
            cos_2m
            + big_b
            / 4
            * (
                cos_s * (2 * cos_2m**2 - 1)
                - big_b / 6 * cos_2m * (4 * sin_s**2 - 3) * (4 * cos_2m**2 - 3)
            )
        )
    )
    return B * big_a * (sigma - delta) / 1000.0
