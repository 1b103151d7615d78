"""Where a record may not lie."""

from pathlib import Path

import pytest

from core.errors import UserError
from storage.place import refuse_network

HERE = "/dev/vda1 / ext4 rw,relatime 0 0\n"


def _mounts(tmp_path: Path, lines: str) -> Path:
    file = tmp_path / "mounts"
    file.write_bytes(lines.encode())
    return file


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.glusterfs"])
def test_network_share_is_refused_with_its_kind_and_a_way_out(tmp_path: Path, kind: str) -> None:
    mounts = _mounts(tmp_path, f"{HERE}server:/homes /srv/homes {kind} rw 0 0\n")
    with pytest.raises(UserError) as refused:
        refuse_network(Path("/srv/homes/anna/record.db"), mounts)
    assert kind in refused.value.happened
    assert "/srv/homes/anna/record.db" in refused.value.happened
    assert "ENGINEROOM_HOME" in refused.value.remedy


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "tmpfs", "overlay", "fuse.portal"])
def test_disk_of_this_computer_is_accepted(tmp_path: Path, kind: str) -> None:
    refuse_network(Path("/srv/homes/anna/record.db"), _mounts(tmp_path, f"{HERE}x /srv/homes {kind} rw 0 0\n"))


def test_nearest_mount_decides(tmp_path: Path) -> None:
    """A local disk below a network share is a local disk, and the other way round; a like name is another place."""
    mounts = _mounts(
        tmp_path,
        f"{HERE}server:/a /srv nfs rw 0 0\n/dev/vdb /srv/local ext4 rw 0 0\nserver:/b /srv/local/far cifs rw 0 0\n",
    )
    refuse_network(Path("/srv/local/record.db"), mounts)
    refuse_network(Path("/srvice/record.db"), mounts)
    for shared in ("/srv/record.db", "/srv/local/far/record.db"):
        with pytest.raises(UserError):
            refuse_network(Path(shared), mounts)


def test_later_of_two_mounts_on_one_place_is_the_one_seen(tmp_path: Path) -> None:
    mounts = _mounts(tmp_path, f"{HERE}/dev/vdb /srv ext4 rw 0 0\nserver:/a /srv nfs rw 0 0\n")
    with pytest.raises(UserError):
        refuse_network(Path("/srv/record.db"), mounts)


def test_name_of_a_mount_may_have_spaces_and_any_letter(tmp_path: Path) -> None:
    """The system writes a space as a number after a backslash, and leaves other letters as they are."""
    mounts = _mounts(tmp_path, f"{HERE}server:/a /mnt/Büro\\040Süd nfs rw 0 0\n")
    with pytest.raises(UserError):
        refuse_network(Path("/mnt/Büro Süd/record.db"), mounts)


def test_link_to_a_share_is_the_share(tmp_path: Path) -> None:
    share, link = tmp_path / "share", tmp_path / "link"
    share.mkdir()
    link.symlink_to(share)
    with pytest.raises(UserError):
        refuse_network(link / "record.db", _mounts(tmp_path, f"{HERE}server:/a {share} nfs rw 0 0\n"))


def test_system_that_lists_no_mounts_refuses_nothing(tmp_path: Path) -> None:
    refuse_network(tmp_path / "record.db", tmp_path / "no-such-list")
