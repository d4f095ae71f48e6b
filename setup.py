"""What pyproject.toml cannot say: `resources/` of the tree stands inside the package in a wheel."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["poadesk*"]), "poadesk.resources"],
    # Beside the module `resources.py`, which Python finds first: the folder has no `__init__.py`.
    package_dir={"poadesk.resources": "resources"},
    package_data={
        "poadesk.resources": ["**/*"],
        "poadesk.widgets": ["files.dir/**/*.py"],  # no packages of ours: PySide finds them
    },
)
