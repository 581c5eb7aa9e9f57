"""Lists and calls every tool of a server with Microsoft's Agent Framework. usage: agent_framework_client.py CALLS.json COMMAND..."""

import asyncio
import json
import sys

from agent_framework import MCPStdioTool


def text(result: object) -> str:
    parts = result if isinstance(result, list) else [result]
    return "".join(str(getattr(part, "text", part)) for part in parts)


async def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        calls = json.load(file)
    async with MCPStdioTool(name="milliner", command=sys.argv[2], args=sys.argv[3:]) as server:
        for function in server.functions:
            try:
                result, failed = text(await server.call_tool(function.name, **calls[function.name])), False
            except Exception as refusal:  # how the framework tells of a refusal
                result, failed = str(refusal), True
            print(json.dumps({"tool": function.name, "failed": failed, "text": result[:200]}))


asyncio.run(main())
