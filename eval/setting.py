"""What a run was made with: gold, index, models, prompts, machine. Written into every report; holds no secret."""

import platform
from collections.abc import Mapping
from hashlib import sha256
from os import cpu_count
from pathlib import Path

import prompts
from assistant.assistant import Assistant
from assistant.settings import Settings
from prompts.prompt import load_prompt

_CPU_INFO = Path("/proc/cpuinfo")


def run_setting(
    settings: Settings, assistant: Assistant, *, system: str, gold: Path, llm: str | None = None
) -> Mapping[str, str]:
    """Names and values, the same for two runs of one program over one index on one machine. `llm` is the name of the
    model where it is not the configured one.
    """
    model = llm or ((settings.llm_model or "unnamed") if settings.llm_base_url else None)
    return {
        "system": system,
        "gold": f"{gold.name}@{_digest(gold)}",
        "index": assistant.index.id,
        "documents": " ".join(assistant.library.documents),
        "embedding model": assistant.index.embedder.fingerprint,
        "LLM": f"{model}, {settings.llm_use}" if model else "none",
        "prompts": " ".join(_prompt_ids()),
        "machine": machine(),
    }


def machine() -> str:
    """Processor, cores, system and Python."""
    return f"{cpu_model()}, {cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def cpu_model(cpu_info: Path = _CPU_INFO) -> str:
    """The processor's name where the system tells it, else its architecture."""
    lines = cpu_info.read_text(encoding="utf-8").splitlines() if cpu_info.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _prompt_ids() -> list[str]:
    """Name and content hash of every prompt."""
    folder = Path(str(prompts.__file__)).parent
    return [load_prompt(path.stem).id for path in sorted(folder.glob("*.md"))]


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:12]
