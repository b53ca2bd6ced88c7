package aurorapg.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {

    @Test
    void a_plain_stack_name_is_its_own_slug() {
        assertEquals("pre-prod", new Naming("pre-prod").slug());
        assertEquals("pre-prod-cluster-", new Naming("pre-prod").prefix("cluster"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Team_A.blue", "1st", "___", "a--b", "-x-", "abcdefghijklm.nopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz"})
    void a_slug_is_what_every_service_accepts(String stack) {
        var slug = new Naming(stack).slug();
        assertTrue(slug.matches("[a-z](-?[a-z0-9])*") && slug.length() <= 20, slug);
    }

    @Test
    void stacks_that_look_alike_do_not_share_a_slug() {
        assertNotEquals(new Naming("team.a").slug(), new Naming("team_a").slug());
        assertNotEquals(new Naming("team.a").slug(), new Naming("team-a").slug());
    }

    @Test
    void logical_names_carry_the_stacks_name_as_it_is() {
        assertEquals("Team_A.blue-vpc", new Naming("Team_A.blue").logical("vpc"));
    }
}
