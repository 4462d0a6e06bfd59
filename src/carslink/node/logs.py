"""Logs: one JSON object a line on standard error, the same for our words and the libraries'."""

import logging
import logging.config
import sys
from typing import Any

import structlog
from django.conf import settings

# Keys and credentials travel in these; whatever logs one by mistake logs a blank.
SECRET_NAMES = frozenset(
    {"api_key", "key", "password", "authorization", "x-dealer-api-key", "cookie", "secret"}
)


def keep_plain() -> None:
    """Keep structlog's own ways for a process that sets up no logging, as a test or a script, but
    for its tracebacks: they show every local variable, secrets among them, and take their time."""
    if structlog.is_configured():
        return
    *others, _ = structlog.get_config()["processors"]
    processors: list[Any] = [*others, blank_secrets, _on_a_terminal()]
    structlog.configure(processors=processors)


def set_up() -> None:
    """Set logging up for this process: plain lines on a terminal, JSON anywhere else."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        blank_secrets,
    ]
    renderer: Any = _on_a_terminal() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            renderer,
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    logging.root.handlers = [handler]
    logging.root.setLevel(settings.LOG_LEVEL)
    for name in ("procrastinate", "django.request", "psycopg.pool", "httpx2", "httpcore2"):
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.root.level))


def _on_a_terminal() -> structlog.dev.ConsoleRenderer:
    return structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)


def blank_secrets(_: Any, __: str, event: dict[str, Any]) -> dict[str, Any]:
    """Blank what a line must never hold."""
    for name in event.keys() & SECRET_NAMES:
        event[name] = "…"
    return event
