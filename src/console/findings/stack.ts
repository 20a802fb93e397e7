import { limits } from "../limits.ts";
import { type Frame, parseFrame, parseInstructionPointer } from "./frames.ts";
import { isGeneric } from "./generic.ts";

interface Section {
  /** A stack of the reporting context, not of an allocation or of a lock's history. */
  readonly main: boolean;
  readonly frames: Frame[];
  /** Frames before this index ran in the interrupt or NMI that reports. */
  interruptEnd: number;
}

const markers = /<\/?(?:IRQ|EOI|NMI|TASK|SOFTIRQ|EOE|#DF|UNK|ENTRY_TRAMPOLINE|exception stack)>/g;
const interruptEnds = /<\/(?:IRQ|NMI|SOFTIRQ|#DF)>|<(?:EOI|EOE|TASK)>/;
const mainHeader =
  /^\s*(?:Call [Tt]race:|Backtrace:|backtrace(?:\s*\(crc \w+\))?:|Stack traceback|\[<[0-9a-f]+>\] Call Trace)/;
const sideHeader =
  /^(?:(?:Last potentially related|Allocated by|Freed by|Uninit was|Local variable|Second to last|Free'd by|Memory was freed)|hardirqs last|softirqs last|read to |write to |read-write to |Reported by )/;
const lockHeader = /-> #\d+ |\bat:$|was registered at:|dependenc(?:y|ies) between/;

/** Whether a stack that follows is not the reporting context's. Words first: lines may be long. */
function isSideHeader(text: string): boolean {
  if (sideHeader.test(text)) return true;
  const perhaps = text.endsWith("at:") || text.includes("-> #") || text.includes("dependenc");
  return (perhaps || text.includes("registered at:")) && lockHeader.test(text);
}

const interruptEntry =
  /^(?:asm_sysvec_\w+|asm_common_interrupt|asm_exc_nmi|apic_timer_interrupt|smp_apic_timer_interrupt|ret_from_intr|common_interrupt|el1h?_(?:64_)?irq\w*|__irq_svc|timer_interrupt_common\w*|decrementer_common\w*|hardware_interrupt_common\w*|ext_int_handler|io_int_handler|handle_exception|ret_from_exception)$/;

/** The stacks of one report, as its lines go by. */
export class Stacks {
  readonly #sections: Section[] = [];
  #frames = 0;
  /** Function of the first kernel-mode instruction pointer. */
  instruction: string | undefined;
  readonly #instructions: string[] = [];

  /** Takes a line of the report; says whether it is one of a stack dump. */
  line(text: string): boolean {
    if (mainHeader.test(text)) {
      this.#open(true);
      return true;
    }
    if (isSideHeader(text)) {
      this.#open(false);
      return true;
    }
    const pointer = text.includes("+0x") || text.includes(":") ? parseInstructionPointer(text) : undefined;
    if (pointer !== undefined) {
      this.instruction ??= pointer;
      if (this.#instructions.length < 32) this.#instructions.push(pointer);
      return true;
    }
    const bare = text.includes("<") ? text.replace(markers, "") : text;
    if (bare !== text && interruptEnds.test(text)) this.#endInterrupt();
    const frame = parseFrame(bare);
    if (frame) this.#push(frame);
    return frame !== undefined || bare !== text;
  }

  get hasFrames(): boolean {
    return this.#frames > 0;
  }

  /** The first function that is not machinery, of the reporting context's stack. */
  get guilty(): string | undefined {
    return names(this.#main()?.frames ?? []).find((name) => !isGeneric(name));
  }

  /** Any function of the main stack, machinery included. */
  get top(): string | undefined {
    return names(this.#main()?.frames ?? [])[0];
  }

  /**
   * Who kept the CPU busy when the timer or NMI came in: a name that stays the same wherever in its loop the
   * CPU was caught, so the function that a dispatcher (system call, workqueue, timer, thread) called.
   */
  get interrupted(): string | undefined {
    for (const section of this.#sections) {
      if (!section.main) continue;
      const interrupted = section.frames.slice(startOfInterrupted(section));
      const entry = entryPoint(names(interrupted));
      if (entry !== undefined) return entry;
    }
    const pointer = this.#instructions.find((name) => !isGeneric(name) && !isIdle(name));
    return pointer ?? this.guilty;
  }

  #main(): Section | undefined {
    const filled = this.#sections.filter((section) => section.frames.length > 0);
    return filled.find((section) => section.main) ?? filled[0];
  }

  #open(main: boolean): void {
    if (this.#sections.length < 32) this.#sections.push({ main, frames: [], interruptEnd: 0 });
  }

  #endInterrupt(): void {
    const section = this.#sections.at(-1);
    if (section) section.interruptEnd = section.frames.length;
  }

  #push(frame: Frame): void {
    if (this.#frames >= limits.frames) return;
    if (this.#sections.length === 0) this.#open(true);
    this.#frames++;
    this.#sections.at(-1)?.frames.push(frame);
  }
}

/** Reliable frames; all of them where the kernel can mark none (no frame pointers, no ORC). */
function names(frames: readonly Frame[]): string[] {
  const reliable = frames.filter((frame) => !frame.unreliable);
  return (reliable.length > 0 ? reliable : frames).map((frame) => frame.name);
}

function startOfInterrupted({ frames, interruptEnd }: Section): number {
  return Math.max(frames.findLastIndex((frame) => interruptEntry.test(frame.name)) + 1, interruptEnd);
}

/** Dispatchers: what they call names the work. */
const dispatchers =
  /^(?:entry_(?:SYSCALL|INT80|SYSENTER)\w*|do_syscall_\w+|__do_fast_syscall_32|do_fast_syscall_32|do_int80_\w+|x64_sys_call|ia32_sys_call|invoke_syscall|el0_svc\w*|ret_fast_syscall|system_call\w*|__do_syscall|do_trap_ecall_u|syscall_\w+|process_one_work|process_scheduled_works|kthread|smpboot_thread_fn|call_timer_fn|__?run_timers|run_timer_softirq|__hrtimer_run_queues|hrtimer_run_queues|handle_softirqs|__do_softirq|do_softirq\w*|run_ksoftirqd|rcu_do_batch|rcu_core\w*|tasklet_action\w*|cpu_startup_entry|start_secondary|rest_init|ret_from_fork\w*|do_one_initcall|__netif_receive_skb\w*|netif_receive_skb\w*|sock_sendmsg\w*|sock_recvmsg\w*|__sock_sendmsg|sock_write_iter|____sys_sendmsg|vfs_(?:read|write|ioctl|fsync|statfs|iter_write)|new_sync_(?:read|write)|call_(?:read|write)_iter|do_iter_\w+|__x64_sys_ioctl|__arm64_sys_ioctl|__se_sys_ioctl|__do_sys_ioctl|sys_ioctl|ksys_ioctl|__sys_(?:connect|bind|sendto|setsockopt)|do_group_exit|exit_mm|task_work_run|__fput|____fput|smp_call_function\w*|on_each_cpu\w*|kernel_init\w*|worker_thread|secondary_startup_64\w*)$/;

const systemCall =
  /^(?:__(?:x64|ia32|arm64|s390x?|riscv|powerpc)_|__se_|__do_|SYSC_|SyS_|compat_|k)(?:compat_)?(?=sys_|[a-z])/;

function entryPoint(names: readonly string[]): string | undefined {
  const at = names.findIndex((name) => dispatchers.test(name));
  if (at <= 0)
    return names.some((name) => name.startsWith("smp_call_function")) ? "smp_call_function" : undefined;
  if (names[at]?.startsWith("smp_call_function")) return "smp_call_function";
  const name = names[at - 1] as string;
  if (isIdle(name)) return undefined;
  if (
    /^__(?:x64|ia32|arm64|s390x?|riscv|powerpc|se|do)_(?:compat_)?sys_/.test(name) ||
    /^(?:ksys|SyS|SYSC)_/.test(name)
  )
    return name.replace(systemCall, "").replace(/^(?!sys_)(?=[a-z])/, "sys_");
  return name;
}

function isIdle(name: string): boolean {
  return /idle|_halt$|cpuidle|mwait|^acpi_safe_halt|^cpu_startup_entry$/.test(name);
}
