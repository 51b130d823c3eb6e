import pickle
import struct

import numpy as np
import pytest

from siteselect.intake.parcel import Parcel, pack, unpack


def test_a_parcel_comes_back_as_it_was_sent():
    sent = Parcel(
        {"told": ["Ақсу", 1, None]},
        {"x": np.array([1.5, np.nan]), "rows": np.array([[1, 2], [3, 4]]), "b": np.uint8([7, 8])},
    )
    got = unpack(pack(sent))
    assert got.plain == sent.plain
    np.testing.assert_array_equal(got.arrays["x"], [1.5, np.nan])
    assert got.arrays["rows"].tolist() == [1, 2, 3, 4]
    assert got.arrays["b"].dtype == np.uint8


class Evil:
    def __reduce__(self):
        return (exec, ("raise SystemExit('code ran')",))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        pickle.dumps(Evil()),
        b"SSP1" + struct.pack("<Q", 2**40),
        pack(Parcel())[:-1],
        pack(Parcel({}, {"x": np.zeros(3)}))[:-8],
        pack(Parcel({}, {"x": np.zeros(3)})).replace(b"<f8", b"|O8"),
    ],
)
def test_what_is_no_parcel_is_refused_and_never_run(data):
    with pytest.raises(ValueError):
        unpack(data)
