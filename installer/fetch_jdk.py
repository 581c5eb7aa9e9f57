# usage: python3 fetch_jdk.py ADDRESS SHA256 FOLDER
# Fetches a JDK's archive, holds it against its checksum, and unpacks it into a folder, which is there whole or not at all.
import hashlib
import os
import shutil
import sys
import tarfile
import time
import urllib.request

MIB = 1 << 20


def fetch(address, path):
    digest = hashlib.sha256()
    with urllib.request.urlopen(address, timeout=60) as answer, open(path, "wb") as file:
        fetched, told = 0, 0.0
        while chunk := answer.read(MIB):
            digest.update(chunk)
            file.write(chunk)
            fetched += len(chunk)
            if time.monotonic() - told > 2:
                told = time.monotonic()
                print(f"fetched {fetched // MIB} of {int(answer.headers.get('Content-Length') or 0) // MIB} MiB")
    return digest.hexdigest()


def unpack(archive, folder):
    print("unpacking")
    with tarfile.open(archive) as tar:
        # Its checksum has been held against the archive, so what it holds is what its makers put there.
        tar.extraction_filter = getattr(tarfile, "fully_trusted_filter", None)
        tar.extractall(folder)
    (top,) = os.listdir(folder)
    return os.path.join(folder, top)


def main(address, sha256, folder):
    work = folder + ".new"
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    try:
        archive = os.path.join(work, "archive")
        found = fetch(address, archive)
        if found != sha256:
            sys.exit(f"{address} has the checksum {found}, not {sha256}, so it is not used.")
        top = unpack(archive, os.path.join(work, "unpacked"))
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(top, folder)
    except (OSError, tarfile.TarError, ValueError) as fault:
        sys.exit(f"{address}: {fault}")
    finally:
        shutil.rmtree(work, ignore_errors=True)


main(*sys.argv[1:])
