"""The command line: `policy-assistant`. Puts the commands together; the one place where everything is caught."""

import os
import sys
import traceback

import typer
from typer.exceptions import TyperException

from api.commands import asking, differing, documents, facts, keeping, running
from api.terminal.usage import usage_to_words
from corpus.errors import UserError

app = typer.Typer(
    name="policy-assistant",
    help="政策问答助手：有出处的回答、任务清单、责任矩阵、指标比较。",
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_START = """\
政策问答助手。三条命令就够开始用：

  policy-assistant index          建立索引：第一次一两分钟，以后立即结束
  policy-assistant serve          启动网页，然后在浏览器打开 http://{host}:{port}
  policy-assistant ask "问题"     不用网页，直接提问

全部命令：policy-assistant --help    哪里不对：policy-assistant doctor
"""


@app.callback()
def start(context: typer.Context) -> None:
    """Without a command: print how to begin."""
    if context.invoked_subcommand is None:
        from assistant.settings import Settings

        settings = Settings()
        sys.stdout.write(_START.format(host=settings.host, port=settings.port))


_add = app.command
_add("index", help="建立索引：阅读全部文件，提取任务和指标，计算向量。")(running.index)
_add("ask", help="回答问题，每句话都有出处；文件里没有的，说明没有。")(asking.ask)
_add("search", help="只找原文段落，并列出各种检索信号的得分。")(asking.search)
_add("tasks", help="任务清单：谁在什么时候之前做什么。")(facts.tasks)
_add("matrix", help="责任矩阵：单位 × 任务。")(facts.matrix)
_add("targets", help="指标清单：多少、哪里、哪一年。")(facts.targets)
_add("compare", help="比较各份文件的指标；没有提到的、口径不同的，都会说明。")(facts.compare)
_add("diff", help="两份文件或两个版本之间改了什么：任务、指标、条文、表格行和文件信息，两边都有出处。")(differing.diff)
_add("deadlines", help="时限：若干天内到期的、已过的、持续推进的和没有写明的任务。")(facts.deadlines)
_add("findings", help="文件内部的不一致，以及文件之间值得注意的差异，都附引文。")(facts.findings)
_add("derivations", help="由文件数值计算得出的数：年均、占比、与基期相差，都列出算式。")(facts.derivations)
_add("documents", help="列出文件，或看一份文件的元数据、提纲和阅读报告。")(documents.documents)
_add("add", help="添加文件，然后就可以提问；要么全部添加，要么一份也不添加。")(documents.add)
_add("remove", help="移除一份文件，并更新索引。")(documents.remove)
_add("doctor", help="检查运行所需的一切：依赖、模型、索引、目录、端口、大模型接口。")(running.doctor)
_add("backup", help="备份会话、反馈、密钥、审计记录和添加的文件；服务不必停。")(keeping.backup)
_add("restore", help="把备份恢复到空的数据目录。")(keeping.restore)
app.add_typer(keeping.keys)
app.add_typer(keeping.audit)
_add("serve", help="启动网页和接口。")(running.serve)


def main() -> None:
    """Run a command. Exit status 2 for what the user can mend, 1 for a defect of ours, 130 when interrupted."""
    try:
        sys.exit(app(standalone_mode=False))
    except TyperException as error:
        sys.stderr.write(f"错误：{usage_to_words(error)}\n")
        sys.exit(2)
    except UserError as error:
        sys.stderr.write(f"错误：{error.message}\n{error.hint}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.stderr.write("已中断。\n")
        sys.exit(130)
    except BrokenPipeError:
        _silence_stdout()
        sys.exit(1)
    except Exception:  # noqa: BLE001  the last handler: a defect is shown with its trace and a sentence for the user
        traceback.print_exc()
        sys.stderr.write("系统内部出错。请把以上内容告诉开发人员。\n")
        sys.exit(1)


def _silence_stdout() -> None:
    """Whoever read our output has gone; the interpreter must not complain when it flushes the rest."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
