/** Seconds that guests torture when nobody says: half an hour, as with `kvm.sh`. */
export const defaultDuration = 1800;

/** Bytes that qemu itself needs beside its guest's memory, about. */
export const qemuItself = 64 * 1024 * 1024;

/** A guest that is to run: one VM of one scenario (and repetition). */
export interface PlannedGuest {
  /** `TREE03`, `TREE03.2`, as `kvm.sh` names the folder. */
  readonly name: string;
  readonly scenario: string;
  /** 1-based; 2 is named `.2`. */
  readonly repetition: number;
  /** CPUs to schedule with: CONFIG_NR_CPUS limited by `nr_cpus=` and `maxcpus=`, not clamped to any machine. */
  readonly cpus: number;
  /** CPUs for `-smp`, limited by `nr_cpus=` alone; CPUs beyond `maxcpus=` come online later. Not clamped. */
  readonly smp?: number;
}

/** Guests that run at the same time on one system. */
export interface Batch {
  /** 1-based. */
  readonly number: number;
  readonly guests: readonly PlannedGuest[];
}
