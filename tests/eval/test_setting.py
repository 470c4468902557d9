"""What a run records of how it was made."""

from eval.setting import cpu_model, machine


def test_the_processor_is_named(tmp_path):
    path = tmp_path / "cpuinfo"
    path.write_text("processor\t: 0\nmodel name\t: Fast CPU 9000\nprocessor\t: 1\n", encoding="utf-8")
    assert cpu_model(path) == "Fast CPU 9000"


def test_where_the_system_does_not_tell_the_architecture_stands_in(tmp_path):
    assert cpu_model(tmp_path / "none")


def test_the_machine_has_cores_and_a_python():
    assert " cores, " in machine()
    assert "Python 3." in machine()
